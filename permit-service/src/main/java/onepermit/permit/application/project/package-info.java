/**
 * Owns how own and foreign facts become the words of a permit application.
 * It alone sees other departments' facts, and it must not know any rule.
 */
@NullMarked
package onepermit.permit.application.project;

import org.jspecify.annotations.NullMarked;
