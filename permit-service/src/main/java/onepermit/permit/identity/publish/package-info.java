/**
 * Owns how a name goes out as a tag of {@code name.tag}, never as a name; it must not know who reads it.
 * The table is another room's.
 */
@NullMarked
package onepermit.permit.identity.publish;

import org.jspecify.annotations.NullMarked;
