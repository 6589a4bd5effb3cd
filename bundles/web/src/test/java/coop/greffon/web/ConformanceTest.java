package coop.greffon.web;

import coop.greffon.testing.conformance.BundleConformance;

class ConformanceTest extends BundleConformance {}
