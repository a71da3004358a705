/**
 * Owns the translation of facts, foreign and own, into the words of rules on settlement. It must not know SQL.
 */
@NullMarked
package onepermit.permit.settlement.project;

import org.jspecify.annotations.NullMarked;
