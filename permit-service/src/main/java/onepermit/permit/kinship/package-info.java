/**
 * Owns who is whose father or mother, by hukou history and birth records.
 * It must not know what the answer is used for; no record is not a no.
 */
@NullMarked
package onepermit.permit.kinship;

import org.jspecify.annotations.NullMarked;
