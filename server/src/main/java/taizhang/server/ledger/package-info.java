@NullMarked
package taizhang.server.ledger;

import org.jspecify.annotations.NullMarked;
