/**
 * Owns the reading of the department's own published facts as evidence. It must not know SQL.
 */
@NullMarked
package onepermit.health.vaccination.project;

import org.jspecify.annotations.NullMarked;
