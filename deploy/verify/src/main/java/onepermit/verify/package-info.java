/**
 * Owns the check of a receipt by somebody who trusts none of us: a program that runs with a JDK alone. It must not know any other code of
 * this project, nor of anybody else, so that who reads these few pages has read all that decides.
 */
@NullMarked
package onepermit.verify;

import org.jspecify.annotations.NullMarked;
