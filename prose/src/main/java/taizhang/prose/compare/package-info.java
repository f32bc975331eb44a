/** What a report says beside what the books say, with the wording's own tolerance. */
@NullMarked
package taizhang.prose.compare;

import org.jspecify.annotations.NullMarked;
