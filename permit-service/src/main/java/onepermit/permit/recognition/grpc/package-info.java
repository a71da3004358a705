/**
 * Owns the wire of {@code RecognitionService}; it must not know the agreements.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.recognition.grpc;

import org.jspecify.annotations.NullMarked;
