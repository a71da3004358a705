/**
 * Owns the translation of facts, foreign and own, into what points ask of them. It must not know SQL.
 */
@NullMarked
package onepermit.social.points.project;

import org.jspecify.annotations.NullMarked;
