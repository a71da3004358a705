/** Owns how what owners say of corrections becomes words of the ranking. It must not know how objections are kept. */
@NullMarked
package onepermit.education.ranking.project;

import org.jspecify.annotations.NullMarked;
