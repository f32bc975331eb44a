package taizhang.server.ledger;

import org.springframework.stereotype.Component;

/** The tables an append writes. */
@Component
record Stores(
    EntryStore entries,
    RecordStore records,
    PostingStore postings,
    RecordKeys recordKeys,
    FileStore files,
    TownRulesStore rules) {}
