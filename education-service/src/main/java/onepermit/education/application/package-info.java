/**
 * Owns applications for a school place: handed in, verified, settled by an officer, withdrawn.
 * It must not know how they are ranked, and keeps no number and no name of anybody.
 */
@NullMarked
package onepermit.education.application;

import org.jspecify.annotations.NullMarked;
