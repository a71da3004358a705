package onepermit.permit.station.grpc;

import java.util.List;
import onepermit.permit.v1.Appointment;
import onepermit.permit.v1.Slot;
import onepermit.permit.v1.Station;

/** Stations as the contract writes them. */
final class StationMessages {
    private StationMessages() {}

    static Station station(onepermit.permit.station.Station station) {
        return Station.newBuilder()
                .setCode(station.code())
                .setName(station.name())
                .setDivision(station.division().value())
                .setChannel(station.channel().name())
                .setWindows(station.windows())
                .setDailyQuota(station.dailyQuota())
                .setEveryDay(station.everyDay())
                .build();
    }

    static List<Slot> slots(List<onepermit.permit.station.Slot> slots) {
        return slots.stream()
                .map(slot -> Slot.newBuilder()
                        .setStation(slot.station())
                        .setDay(slot.day().toString())
                        .setFree(slot.free())
                        .setDistanceMetres(slot.metres())
                        .build())
                .toList();
    }

    static Appointment appointment(onepermit.permit.station.Appointment booked) {
        return Appointment.newBuilder()
                .setId(booked.id())
                .setStation(booked.station())
                .setDay(booked.day().toString())
                .setHomeVisit(booked.homeVisit())
                .build();
    }
}
