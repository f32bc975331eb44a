-- What is still to be done stands in some states of a ledger; those in which it is over grow for ever and are not looked at.
create index record_standing on record (town, ledger, state) where not void;
