/** The lists by hand: the SQL that somebody would write who wants these rows and nothing else. */
interface BareList {
  path: string;
  /** The part of the address that the SQL takes as $1. */
  value: 'batchId' | 'on' | null;
  rows: string;
  count: string;
  countTakesValue: boolean;
}

export const bareLists: BareList[] = [
  {
    path: '/api/cadres',
    value: 'batchId',
    rows: `SELECT c.id, c.name, c.sex, c.ethnicity, c.born_on AS "bornOn",
        c.id_number_mask AS "idNumberMask", c.native_place AS "nativePlace",
        c.political_status AS "politicalStatus", c.joined_on AS "joinedOn",
        c.full_member_on AS "fullMemberOn", c.membership_document AS "membershipDocument",
        c.working_since AS "workingSince", c.education, c.unit_id AS "unitId", u.name AS "unitName",
        u.township_id AS "townshipId", c.position, c.rank, c.staffing_type AS "staffingType",
        c.management_authority AS "managementAuthority", c.speciality,
        c.home_township AS "homeTownship", c.phone, c.note, n.category, n.tier,
        v.name AS "villageName", c.version
      FROM cadre c
      JOIN unit u ON u.id = c.unit_id
      LEFT JOIN nomination n ON n.cadre_id = c.id AND n.batch_id = $1 AND n.state = 'active'
      LEFT JOIN assignment a ON a.cadre_id = c.id AND a.batch_id = $1 AND a.state = 'inForce'
      LEFT JOIN village v ON v.id = a.village_id
      ORDER BY c.sort_key, c.id LIMIT 20`,
    count: 'SELECT count(*)::int AS total FROM cadre',
    countTakesValue: false,
  },
  {
    path: '/api/villages',
    value: null,
    rows: `SELECT v.id, v.code, v.name, v.township_id AS "townshipId", t.name AS "townshipName",
        v.households, v.population, v.party_members AS "partyMembers",
        v.main_industry AS "mainIndustry", v.note,
        json_build_object('year', y.year, 'operatingIncome', y.operating_income::text,
          'netIncomePerHead', y.net_income_per_head::text,
          'infrastructureInvestment', y.infrastructure_investment::text) AS "latestYear",
        NULL AS batch, v.version
      FROM village v
      JOIN region t ON t.id = v.township_id
      LEFT JOIN LATERAL (SELECT * FROM village_year WHERE village_id = v.id
        ORDER BY year DESC LIMIT 1) y ON true
      ORDER BY v.code, v.id LIMIT 20`,
    count: 'SELECT count(*)::int AS total FROM village',
    countTakesValue: false,
  },
  {
    path: '/api/assignments',
    value: 'on',
    rows: `SELECT a.id, a.batch_id AS "batchId", a.cadre_id AS "cadreId", c.name AS "cadreName",
        c.unit_id AS "unitId", u.name AS "unitName", c.position, c.rank, c.phone,
        a.village_id AS "villageId", v.name AS "villageName", v.township_id AS "townshipId",
        t.name AS "townshipName", a.tier, a.post, a.kind, a.starts_on AS "startsOn",
        a.ends_on AS "endsOn", a.document_number AS "documentNumber", 'inPost' AS status,
        m.kind AS "cameBy", e.left_by AS "leftBy", e.extended, e.appointed_on AS "appointedOn",
        e.appointment_number AS "appointmentNumber", e.reported_on AS "reportedOn",
        e.transferred_on AS "membershipTransferredOn", e.returned_on AS "membershipReturnedOn",
        a.version
      FROM assignment a
      JOIN cadre c ON c.id = a.cadre_id
      JOIN unit u ON u.id = c.unit_id
      JOIN village v ON v.id = a.village_id
      JOIN region t ON t.id = v.township_id
      LEFT JOIN assignment_event m ON m.made_id = a.id AND m.undone_at IS NULL
  LEFT JOIN LATERAL (SELECT
    (array_agg(n.kind ORDER BY n.seq DESC)
      FILTER (WHERE n.kind IN ('replaced', 'withdrawn', 'exchanged', 'ended')))[1] AS left_by,
    count(*) FILTER (WHERE n.kind = 'extended') > 0 AS extended,
    max(n.date) FILTER (WHERE n.kind = 'appointed') AS appointed_on,
    max(n.document_number) FILTER (WHERE n.kind = 'appointed') AS appointment_number,
    max(n.date) FILTER (WHERE n.kind = 'reported') AS reported_on,
    max(n.date) FILTER (WHERE n.kind = 'membershipTransferred') AS transferred_on,
    max(n.date) FILTER (WHERE n.kind = 'membershipReturned') AS returned_on
    FROM assignment_event n WHERE n.assignment_id = a.id AND n.undone_at IS NULL) e ON true
      WHERE a.state <> 'revoked' AND a.starts_on <= $1 AND (a.ends_on IS NULL OR a.ends_on >= $1)
      ORDER BY t.code, v.code, (a.post = 'deputySecretary'), a.id LIMIT 20`,
    count: `SELECT count(*)::int AS total, count(DISTINCT village_id)::int AS villages,
        json_build_object('district', count(*) FILTER (WHERE tier = 'district'),
          'township', count(*) FILTER (WHERE tier = 'township')) AS "byTier"
      FROM assignment
      WHERE state <> 'revoked' AND starts_on <= $1 AND (ends_on IS NULL OR ends_on >= $1)`,
    countTakesValue: true,
  },
];
