package coop.greffon.web;

/**
 * Extension point: a JAX-RS resource of a bundle. Its paths begin with {@code /<module>} for pages and {@code /api/<module>/v1} for REST.
 *
 * <p>Requests to a bundle wait until each of its resources is there, so a bundle's pages come and go together.
 */
public interface WebResource {}
