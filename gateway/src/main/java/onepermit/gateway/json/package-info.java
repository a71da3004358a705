/**
 * Owns the HTTP side of the door: paths, JSON, problems and the OpenAPI document, all derived from the contracts.
 * It must not know any method by name.
 */
@NullMarked
package onepermit.gateway.json;

import org.jspecify.annotations.NullMarked;
