package health.stillwater.billing;

import health.stillwater.kernel.DomainEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the room told, once it was sure. */
class Heard {

    private final Queue<DomainEvent> news = new ConcurrentLinkedQueue<>();

    @TransactionalEventListener
    void on(DomainEvent told) {
        news.add(told);
    }

    List<DomainEvent> news() {
        return List.copyOf(news);
    }
}
