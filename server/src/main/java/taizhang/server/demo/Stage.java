package taizhang.server.demo;

import java.util.List;

/**
 * Submissions of one login that do not depend on each other.
 *
 * @param name stands in their idempotency keys; the same in every run
 * @param by login that submits
 * @param drafts in the order they are submitted
 */
record Stage(String name, String by, List<Draft> drafts) {

  Stage {
    drafts = List.copyOf(drafts);
  }

  /** The idempotency key of a draft: a second run finds what the first left. */
  String key(int n) {
    return "demo:" + name + ":" + n;
  }
}
