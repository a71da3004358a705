/**
 * Owns the wire of school applications.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.education.application.grpc;

import org.jspecify.annotations.NullMarked;
