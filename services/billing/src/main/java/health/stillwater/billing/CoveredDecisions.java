package health.stillwater.billing;

import health.stillwater.prescribing.DecisionId;
import java.util.List;
import org.springframework.data.repository.Repository;

interface CoveredDecisions extends Repository<CoveredDecision, DecisionId> {

    CoveredDecision save(CoveredDecision decision);

    boolean existsById(DecisionId decision);

    List<CoveredDecision> findBySubscriptionAndPaidAtIsNull(SubscriptionId subscription);

    boolean existsBySubscriptionAndPaidAtIsNull(SubscriptionId subscription);

    boolean existsBySubscriptionAndPaidAtIsNotNull(SubscriptionId subscription);
}
