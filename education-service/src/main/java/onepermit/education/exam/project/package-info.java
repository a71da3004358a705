/**
 * Owns the translation of facts of other departments into the words of examinations. It must not know SQL.
 */
@NullMarked
package onepermit.education.exam.project;

import org.jspecify.annotations.NullMarked;
