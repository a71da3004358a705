/**
 * Owns the wire of examinations: messages in, use case, messages out.
 */
@NullMarked
package onepermit.education.exam.grpc;

import org.jspecify.annotations.NullMarked;
