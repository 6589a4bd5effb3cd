package coop.greffon.members;

import coop.greffon.testing.conformance.BundleConformance;

class ConformanceTest extends BundleConformance {}
