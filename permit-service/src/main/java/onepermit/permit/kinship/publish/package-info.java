/**
 * Owns how a child's parents go out as pair tags of {@code hukou.kinship}, so that nobody can list them.
 * It must not know who reads them.
 */
@NullMarked
package onepermit.permit.kinship.publish;

import org.jspecify.annotations.NullMarked;
