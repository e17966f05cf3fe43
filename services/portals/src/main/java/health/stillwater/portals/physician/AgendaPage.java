package health.stillwater.portals.physician;

import health.stillwater.enrollment.PatientView;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import java.time.Instant;
import java.util.List;

/** The visits before a physician, and those of the last two days. */
public record AgendaPage(List<Line> lines, Instant now) {

    /** One visit and whom it is with. */
    public record Line(VisitView visit, PatientView patient) {

        /** Where it stands, in a word. */
        public String word() {
            return switch (visit.stage()) {
                case BOOKED -> "Booked";
                case STARTED -> "In progress";
                case FINISHED ->
                        visit.modality() == Modality.NONE
                                ? "Did not meet"
                                : visit.counts() ? "Note signed" : "Not by video";
                case CANCELED -> "Canceled";
            };
        }

        public Tone tone() {
            return switch (visit.stage()) {
                case BOOKED -> Tone.OPEN;
                case STARTED -> Tone.INFO;
                case FINISHED -> visit.counts() ? Tone.OK : Tone.WAIT;
                case CANCELED -> Tone.QUIET;
            };
        }

        /** The patient's own time, when it is another than ours. */
        public String patientsTime() {
            var ours = Moments.clock(visit.startsAt(), Moments.HOUSE);
            var theirs = Moments.clock(visit.startsAt(), visit.zone());
            return ours.equals(theirs)
                    ? ""
                    : Moments.time(visit.startsAt(), visit.zone()) + " for the patient";
        }
    }

    /** {@code in 20 minutes}; for what is over, nothing. */
    public String when(Line line) {
        return line.visit().stage() == VisitStage.BOOKED
                ? Spans.due(line.visit().startsAt(), now)
                : "";
    }
}
