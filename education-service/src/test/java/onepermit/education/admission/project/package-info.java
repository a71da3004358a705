@NullMarked
package onepermit.education.admission.project;

import org.jspecify.annotations.NullMarked;
