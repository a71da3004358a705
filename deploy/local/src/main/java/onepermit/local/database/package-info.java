/**
 * Owns the local PostgreSQL: binaries, cluster, four databases with a role each.
 * It must not know any table; the services make their own.
 */
@NullMarked
package onepermit.local.database;

import org.jspecify.annotations.NullMarked;
