/**
 * Owns the table of residence periods; it must not know why a period is written.
 * Addresses never leave it but to the officer.
 */
@NullMarked
package onepermit.permit.registration.store;

import org.jspecify.annotations.NullMarked;
