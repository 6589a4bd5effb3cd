package coop.greffon.core.health;

/** Extension point: whether a bundle can do its work now. */
public interface HealthCheck {
    /** What is found now; within 200 milliseconds, since people wait for it. */
    Health check();
}
