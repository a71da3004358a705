/**
 * Owns the translation of facts, foreign and own, into the words of a pension. It must not know SQL.
 */
@NullMarked
package onepermit.social.pension.project;

import org.jspecify.annotations.NullMarked;
