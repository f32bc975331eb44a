/** Every measured claim, beside a peer or a physical floor; run by hand, no part of the tests. */
@NullMarked
package taizhang.bench;

import org.jspecify.annotations.NullMarked;
