/**
 * Owns the tables of applications and their verifications.
 * It must not know how an application is judged.
 */
@NullMarked
package onepermit.education.application.store;

import org.jspecify.annotations.NullMarked;
