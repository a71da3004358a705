/**
 * Owns the wire of vaccination checks.
 * It must not know how checks are stored.
 */
@NullMarked
package onepermit.education.vaccinationcheck.grpc;

import org.jspecify.annotations.NullMarked;
