package health.stillwater.portals.physician;

import health.stillwater.enrollment.PatientView;
import health.stillwater.enrollment.RequestView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitRecordView;
import health.stillwater.visits.VisitStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit, for the physician in it.
 *
 * @param counties where the patient may be at this moment
 * @param written the signed note; null while there is none
 */
public record VisitDesk(
        AgendaPage.Line line,
        RequestView request,
        List<Choice> counties,
        @Nullable VisitRecordView written) {

    public PatientView patient() {
        return line.patient();
    }

    public boolean booked() {
        return line.visit().stage() == VisitStage.BOOKED;
    }

    /** While it is to come or going on, it can be finished: as held, or as not held. */
    public boolean open() {
        return booked() || line.visit().stage() == VisitStage.STARTED;
    }

    /** How the two met. Before they met, the only end is that they did not. */
    public List<Choice> modalities() {
        var none = new Choice(Modality.NONE.name(), "We did not meet", "No note is needed");
        return booked()
                ? List.of(none)
                : List.of(
                        new Choice(
                                Modality.VIDEO.name(),
                                "By live video",
                                "The only way that can lead to a prescription"),
                        new Choice(
                                Modality.AUDIO.name(),
                                "By voice only",
                                "Kept, but no prescription can follow"),
                        none);
    }
}
