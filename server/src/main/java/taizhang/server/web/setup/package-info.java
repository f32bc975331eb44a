/** What administrators look after: people and their posts, areas, packs, the audit trail. */
@NullMarked
package taizhang.server.web.setup;

import org.jspecify.annotations.NullMarked;
