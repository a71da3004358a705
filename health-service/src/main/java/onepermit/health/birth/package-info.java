/**
 * Owns birth records: who a child's parents are by birth.
 * It must not know who asks for a kinship, and tells nobody more than yes or no record.
 */
@NullMarked
package onepermit.health.birth;

import org.jspecify.annotations.NullMarked;
