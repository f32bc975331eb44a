package taizhang.server.command;

/** How commands end, as other programs see it. */
final class Exit {

  /** Done. */
  static final int DONE = 0;

  /**
   * Done, with something to attend to: findings, readings that differ, books that are not sound.
   */
  static final int ATTEND = 1;

  /** Bad input or usage. */
  static final int REFUSED = 2;

  /** The environment does not allow it: no JDK, port taken, database unreachable, disk full. */
  static final int ENVIRONMENT = 3;

  /** A mistake of this program ({@code EX_SOFTWARE} of sysexits). */
  static final int FAULT = 70;

  /** Ended by Ctrl-C, as shells have it. */
  static final int ENDED = 130;

  private Exit() {}
}
