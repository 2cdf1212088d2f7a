// What the boards of companies that do not exist would answer, in the shapes that the services document.

export const GREENHOUSE = {
  jobs: [
    {
      id: 4001,
      title: "Senior Machine Learning Engineer, Ranking",
      updated_at: "2026-11-20T10:00:00-05:00",
      first_published: "2026-11-03T09:00:00-05:00",
      absolute_url: "https://boards.greenhouse.io/quillfern/jobs/4001",
      company_name: "Quillfern",
      location: { name: "Berlin, Germany; Remote - Germany" },
      departments: [{ id: 1, name: "Search" }],
      offices: [],
      content:
        "&lt;h2&gt;About&lt;/h2&gt;&lt;p&gt;You own ranking &amp;amp; retrieval.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;PyTorch&lt;/li&gt;&lt;li&gt;A/B tests&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;The annual base salary range is €95,000 – €120,000.&lt;/p&gt;",
    },
    {
      id: 4002,
      title: "Data Scientist",
      first_published: "2026-10-01T09:00:00Z",
      absolute_url: "https://boards.greenhouse.io/quillfern/jobs/4002",
      company_name: "Quillfern",
      location: { name: "New York, NY" },
      content: "&lt;p&gt;Experiments.&lt;/p&gt;",
      pay_input_ranges: [
        { min_cents: 15000000, max_cents: 19000000, currency_type: "USD", title: "Annual salary, New York" },
      ],
    },
    { id: 4003, title: null },
  ],
  meta: { total: 3 },
};

export const LEVER = [
  {
    id: "5ac21346-8e0c-4494-8e7a-3eb92ff77902",
    text: "Applied Scientist, Forecasting",
    hostedUrl: "https://jobs.lever.co/osterbeck/5ac21346-8e0c-4494-8e7a-3eb92ff77902",
    createdAt: 1_793_000_000_000,
    workplaceType: "hybrid",
    categories: { team: "Supply", location: "London", allLocations: ["London", "Leeds"], commitment: "Full-time" },
    descriptionPlain: "Forecast bread for 400 shops.",
    lists: [{ text: "You bring", content: "<li>Time series</li><li>Python &amp; SQL</li>" }],
    additionalPlain: "We answer within a week.",
    salaryRange: { currency: "GBP", interval: "per-year-salary", min: 85_000, max: 110_000 },
  },
  "nonsense",
];

export const ASHBY = {
  apiVersion: "1",
  jobs: [
    {
      id: "ash-1",
      title: "Staff AI Engineer",
      department: "Engineering",
      team: "Agents",
      location: "San Francisco",
      secondaryLocations: [{ location: "Toronto" }],
      isRemote: true,
      isListed: true,
      workplaceType: "Remote",
      publishedAt: "2026-11-10T12:00:00.000+00:00",
      jobUrl: "https://jobs.ashbyhq.com/tamarix/ash-1",
      descriptionHtml: "<p>Build <b>agents</b>.</p>",
      compensation: {
        compensationTiers: [
          {
            title: "US",
            components: [
              {
                compensationType: "Salary",
                interval: "1 YEAR",
                currencyCode: "USD",
                minValue: 210_000,
                maxValue: 260_000,
              },
              { compensationType: "EquityPercentage", interval: "NONE", minValue: 0.1, maxValue: 0.2 },
            ],
          },
          {
            title: "Canada",
            components: [
              {
                compensationType: "Salary",
                interval: "1 YEAR",
                currencyCode: "CAD",
                minValue: 190_000,
                maxValue: 230_000,
              },
            ],
          },
        ],
        summaryComponents: [],
      },
    },
    { id: "ash-2", title: "Hidden role", isListed: false },
  ],
};

/** A page with postings in the forms that sites use: a graph, a list, a broken block beside them. */
export const PAGE = `<!doctype html><html><head><title>Jobs</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Fennel"},
{"@type":["JobPosting"],"title":"Research Scientist","identifier":{"@type":"PropertyValue","value":"R-1"},
"description":"&lt;p&gt;Study <b>attention</b>.&lt;/p&gt;","datePosted":"2026-11-01","url":"/jobs/r-1",
"hiringOrganization":{"@type":"Organization","name":"Fennel Labs"},"jobLocationType":"TELECOMMUTE",
"jobLocation":[{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Zürich","addressCountry":{"@type":"Country","name":"CH"}}}],
"baseSalary":{"@type":"MonetaryAmount","currency":"CHF","value":{"@type":"QuantitativeValue","minValue":130000,"maxValue":"160,000","unitText":"YEAR"}}}]}</script>
<script type="application/ld+json">[{"@type":"JobPosting","title":"ML Intern","hiringOrganization":"Fennel Labs",
"jobLocation":{"@type":"Place","address":"Lausanne"},"baseSalary":{"@type":"MonetaryAmount","currency":"CHF","value":{"@type":"QuantitativeValue","value":35,"unitText":"HOUR"}}},
{"@type":"JobPosting","title":"Data Scientist","salaryCurrency":"EUR","baseSalary":70000},{"@type":"JobPosting"}]</script>
<script type="application/ld+json">{broken</script></head><body><h1>Jobs</h1></body></html>`;
