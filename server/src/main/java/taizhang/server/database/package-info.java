/**
 * The database room: a real PostgreSQL, embedded in the data directory or given by URL, migrated by
 * its owner and handed out as a connection pool of the application role, which row-level security
 * binds.
 *
 * <p>Reading order: {@link taizhang.server.database.Database}, {@link
 * taizhang.server.database.EmbeddedServer}, {@link taizhang.server.database.Postmaster}.
 */
@NullMarked
package taizhang.server.database;

import org.jspecify.annotations.NullMarked;
