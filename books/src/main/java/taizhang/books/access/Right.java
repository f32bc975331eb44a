package taizhang.books.access;

/** What a post lets its holder do. */
public enum Right {
  /** See records, their entries and figures; personal fields masked. */
  READ,
  /** Enter: open, change, correct, move, void. */
  WRITE,
  /** Approve or send back what others entered. */
  REVIEW,
  /** See personal fields in the clear, with a reason that is written down. */
  REVEAL,
  /** See sensitive fields in the clear, with a reason that is written down. */
  REVEAL_SENSITIVE,
  /** See the town's report, what is said about it and who does what of it before it is public. */
  DRAFTS,
  /** Write the town's report: edit, assign, circulate, settle. */
  REPORT,
  /** Lock months and open them again. */
  CLOSE,
  /** Change areas, adopt packs, hand out machine tokens. */
  SET_UP,
  /** Admit people and appoint them to posts. */
  APPOINT,
  /** Look at who saw, changed and exported what. */
  AUDIT
}
