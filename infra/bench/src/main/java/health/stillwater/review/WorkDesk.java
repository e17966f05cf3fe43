package health.stillwater.review;

/** One physician at work on a connection of their own. */
interface WorkDesk extends AutoCloseable {

    /** Claims one case and decides it; answers whether there was one. */
    boolean work(Times times) throws Exception;
}
