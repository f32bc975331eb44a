package taizhang.server.demo;

import java.util.List;

/**
 * Submissions of one login that do not depend on each other.
 *
 * @param by login that submits
 * @param drafts in the order they are submitted
 */
record Stage(String by, List<Draft> drafts) {

  Stage {
    drafts = List.copyOf(drafts);
  }
}
