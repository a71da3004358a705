/**
 * Owns the one door to the departments: it takes calls over gRPC and HTTP, asks who calls, and hands them on.
 * It must not know what any department answers.
 */
@NullMarked
package onepermit.gateway;

import org.jspecify.annotations.NullMarked;
