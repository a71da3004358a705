/**
 * Owns vaccination units and which of them cares for a child.
 * It must not know how a residence is registered: it follows what public security shares.
 */
@NullMarked
package onepermit.health.unit;

import org.jspecify.annotations.NullMarked;
