/**
 * Owns the question whether a person may apply for a permit in a division, answered by the rule set in force.
 * It must not know any rule: figures, conditions and articles are data.
 */
@NullMarked
package onepermit.permit.application;

import org.jspecify.annotations.NullMarked;
