package health.stillwater.visits;

import jakarta.persistence.Embeddable;

/** The note of a visit, as signed. */
@Embeddable
record Note(
        String history,
        String records,
        String diagnosis,
        String diagnosisCode,
        String priorTreatments,
        String plan) {

    static Note of(VisitRecord record) {
        return new Note(
                record.history().strip(),
                record.records().strip(),
                record.diagnosis().strip(),
                record.diagnosisCode().strip(),
                record.priorTreatments().strip(),
                record.plan().strip());
    }

    VisitRecord as(VisitRecord.Modality modality) {
        return new VisitRecord(
                modality, history, records, diagnosis, diagnosisCode, priorTreatments, plan);
    }
}
