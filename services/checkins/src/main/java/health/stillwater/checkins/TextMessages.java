package health.stillwater.checkins;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TextMessages extends Repository<TextMessage, UUID> {

    TextMessage save(TextMessage text);

    Optional<TextMessage> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from TextMessage t where t.id = :id")
    Optional<TextMessage> locked(UUID id);

    Optional<TextMessage> findBySid(String sid);

    boolean existsBySid(String sid);

    List<TextMessage> findByPatientOrderByDueAt(PatientId patient);

    List<TextMessage> findByPatientAndStage(PatientId patient, TextStage stage);

    /** The last text to a phone: whoever answers, answers this. */
    Optional<TextMessage> findFirstByPhoneAndSentAtNotNullOrderBySentAtDesc(String phone);

    /** The last text of one kind to a phone. */
    Optional<TextMessage> findFirstByPhoneAndWordingAndSentAtNotNullOrderBySentAtDesc(
            String phone, Wording wording);

    /** Everybody who was ever texted at a phone. */
    @Query("select distinct t.patient from TextMessage t where t.phone = :phone")
    List<PatientId> patientsAt(String phone);
}
