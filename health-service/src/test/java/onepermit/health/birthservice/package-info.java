@NullMarked
package onepermit.health.birthservice;

import org.jspecify.annotations.NullMarked;
