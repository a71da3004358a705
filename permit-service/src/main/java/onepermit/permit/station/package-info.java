/**
 * Owns where and when people come: stations, daily quotas, appointments, queues.
 * It must not know what they come for, nor who employs them.
 */
@NullMarked
package onepermit.permit.station;

import org.jspecify.annotations.NullMarked;
