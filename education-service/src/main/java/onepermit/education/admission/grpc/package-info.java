/**
 * Owns the wire of admissions: message in, use case, message out; streams with the flow control of their reader.
 * It must not know how a question is decided.
 */
@NullMarked
package onepermit.education.admission.grpc;

import org.jspecify.annotations.NullMarked;
