import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/domain/types'
import SignInScreen from '@/screens/account/SignInScreen.vue'
import TodayScreen from '@/screens/today/TodayScreen.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name for the window title; a TopBar says it more precisely. */
    title: string
    /** Part of the first load, with its texts. */
    first?: boolean
    /** Shown without anybody signed in. */
    public?: boolean
    /** Bottom tabs on the phone. */
    tabs?: boolean
    /** Laid out for the desk: outside the phone's column where there is room. */
    desk?: boolean
    /** Draws its own whole screen (camera, client's page): no frame, no navigation. */
    bare?: boolean
    /** With `?wall=1` it is for a screen on the wall: no frame, no navigation. */
    wall?: boolean
    /** Who has something to see here, in any project; others are led to where their day begins. Absent: everybody. */
    roles?: readonly Role[]
    /** For who administers the installation, whatever their roles. */
    administrators?: boolean
    /** One instance for all parameters: a list beside the detail keeps its place. */
    stays?: boolean
  }
}

const STAFF: readonly Role[] = ['engineer', 'supervisor', 'desk']

/** Sign-in and Today come with the first load; everything else when it is opened (the service worker has it on disk). */
export const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: SignInScreen, meta: { title: 'account.sign_in', first: true, public: true, bare: true } },
  { path: '/', name: 'today', component: TodayScreen, meta: { title: 'common.tab_today', first: true, tabs: true } },
  {
    path: '/rounds/:round/door',
    name: 'door',
    component: () => import('@/screens/round/DoorScreen.vue'),
    meta: { title: 'today.door', roles: STAFF },
  },
  {
    path: '/scan',
    name: 'scan',
    component: () => import('@/screens/scan/ScannerScreen.vue'),
    meta: { title: 'common.tab_scan', bare: true, roles: STAFF },
  },
  {
    path: '/t/:code',
    name: 'tag-link',
    component: () => import('@/screens/scan/TagLinkScreen.vue'),
    meta: { title: 'common.tab_scan', roles: STAFF },
  },
  {
    path: '/rounds/:round/assets/:asset',
    name: 'round-asset',
    component: () => import('@/screens/round/AssetScreen.vue'),
    meta: { title: 'common.page_items', roles: STAFF },
  },
  {
    path: '/rounds/:round/assets/:asset/items/:check?',
    name: 'items',
    component: () => import('@/screens/round/ItemsScreen.vue'),
    meta: { title: 'common.page_items', roles: STAFF },
  },
  {
    path: '/rounds/:round/items/:check?',
    name: 'round-items',
    component: () => import('@/screens/round/ItemsScreen.vue'),
    meta: { title: 'common.page_items', roles: STAFF },
  },
  {
    path: '/rounds/:round/photos/:photo/mark',
    name: 'mark',
    component: () => import('@/screens/round/MarkScreen.vue'),
    meta: { title: 'common.page_items', bare: true, roles: STAFF },
  },
  {
    path: '/rounds/:round/finish',
    name: 'finish',
    component: () => import('@/screens/finish/FinishScreen.vue'),
    meta: { title: 'common.page_finish', roles: STAFF },
  },
  {
    path: '/rounds/:round/client',
    name: 'client',
    component: () => import('@/screens/finish/ClientScreen.vue'),
    meta: { title: 'common.page_finish', bare: true, roles: STAFF },
  },
  {
    path: '/rounds/:round/submitted',
    name: 'submitted',
    component: () => import('@/screens/finish/SubmittedScreen.vue'),
    meta: { title: 'common.page_finish', roles: STAFF },
  },
  {
    path: '/rounds/:round/sent-back',
    name: 'sent-back',
    component: () => import('@/screens/finish/SentBackScreen.vue'),
    meta: { title: 'common.phase_sent_back', roles: STAFF },
  },
  {
    path: '/sync',
    name: 'sync',
    component: () => import('@/screens/sync/SyncScreen.vue'),
    meta: { title: 'common.tab_sync', tabs: true },
  },
  {
    path: '/me',
    name: 'me',
    component: () => import('@/screens/account/MeScreen.vue'),
    meta: { title: 'common.tab_me', tabs: true },
  },
  {
    path: '/tickets',
    name: 'tickets',
    component: () => import('@/screens/tickets/TicketsScreen.vue'),
    meta: { title: 'common.tab_tickets', tabs: true, desk: true, roles: STAFF },
  },
  {
    path: '/tickets/:ticket',
    name: 'ticket',
    component: () => import('@/screens/tickets/TicketScreen.vue'),
    meta: { title: 'common.tab_tickets', desk: true, roles: STAFF },
  },
  {
    path: '/review/statistics',
    name: 'review-statistics',
    component: () => import('@/screens/review/ReviewStatisticsScreen.vue'),
    meta: { title: 'common.page_review_statistics', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/review/:round?',
    name: 'review',
    component: () => import('@/screens/review/ReviewScreen.vue'),
    meta: { title: 'common.nav_review', desk: true, stays: true, roles: STAFF },
  },
  {
    path: '/board',
    name: 'board',
    component: () => import('@/screens/board/BoardScreen.vue'),
    meta: { title: 'common.nav_board', desk: true, wall: true, roles: ['supervisor', 'desk'] },
  },
  {
    path: '/plans',
    name: 'plans',
    component: () => import('@/screens/plans/PlansScreen.vue'),
    meta: { title: 'common.nav_plans', desk: true, roles: STAFF },
  },
  {
    path: '/plans/calendar',
    name: 'plan-calendar',
    component: () => import('@/screens/plans/PlanCalendarScreen.vue'),
    meta: { title: 'plans.calendar', desk: true, roles: STAFF },
  },
  {
    path: '/plans/days',
    name: 'calendar-days',
    component: () => import('@/screens/plans/CalendarDaysScreen.vue'),
    meta: { title: 'plans.days', desk: true, roles: STAFF },
  },
  {
    path: '/plans/:plan',
    name: 'plan',
    component: () => import('@/screens/plans/PlanScreen.vue'),
    props: true,
    meta: { title: 'common.nav_plans', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/roster',
    name: 'roster',
    component: () => import('@/screens/roster/RosterScreen.vue'),
    meta: { title: 'common.nav_roster', desk: true, roles: STAFF },
  },
  {
    path: '/assets',
    name: 'assets',
    component: () => import('@/screens/assets/AssetsScreen.vue'),
    meta: { title: 'common.nav_assets', desk: true, roles: STAFF },
  },
  {
    path: '/assets/new',
    name: 'new-asset',
    component: () => import('@/screens/assets/AssetFormScreen.vue'),
    meta: { title: 'common.nav_assets', roles: ['supervisor'] },
  },
  {
    path: '/assets/:asset/edit',
    name: 'edit-asset',
    component: () => import('@/screens/assets/AssetFormScreen.vue'),
    meta: { title: 'common.nav_assets', roles: ['supervisor'] },
  },
  {
    path: '/places',
    name: 'places',
    component: () => import('@/screens/assets/PlacesScreen.vue'),
    meta: { title: 'places.title', roles: STAFF },
  },
  {
    path: '/assets/:asset',
    name: 'asset',
    component: () => import('@/screens/assets/AssetRecordScreen.vue'),
    meta: { title: 'common.nav_assets', roles: STAFF },
  },
  {
    path: '/assets/import/:import?',
    name: 'import',
    component: () => import('@/screens/assets/ImportScreen.vue'),
    meta: { title: 'common.page_import', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/labels',
    name: 'labels',
    component: () => import('@/screens/assets/LabelsScreen.vue'),
    meta: { title: 'common.nav_assets', desk: true, roles: STAFF },
  },
  {
    path: '/intake',
    name: 'intake',
    component: () => import('@/screens/desk/IntakeScreen.vue'),
    meta: { title: 'common.nav_intake', desk: true, roles: STAFF },
  },
  {
    path: '/faults',
    name: 'faults',
    component: () => import('@/screens/client/FaultsScreen.vue'),
    meta: { title: 'common.nav_faults', desk: true, tabs: true, roles: ['client'] },
  },
  {
    path: '/contacts',
    name: 'contacts',
    component: () => import('@/screens/desk/ContactsScreen.vue'),
    meta: { title: 'common.nav_contacts', desk: true, roles: STAFF },
  },
  {
    path: '/knowledge',
    name: 'knowledge',
    component: () => import('@/screens/knowledge/KnowledgeScreen.vue'),
    meta: { title: 'common.nav_knowledge', desk: true, roles: STAFF },
  },
  {
    path: '/knowledge/write/:article?',
    name: 'write-article',
    component: () => import('@/screens/knowledge/WriteArticleScreen.vue'),
    meta: { title: 'common.nav_knowledge', roles: ['engineer', 'supervisor'] },
  },
  {
    path: '/knowledge/:article',
    name: 'article',
    component: () => import('@/screens/knowledge/ArticleScreen.vue'),
    meta: { title: 'common.nav_knowledge', roles: STAFF },
  },
  {
    path: '/attention',
    name: 'attention',
    component: () => import('@/screens/review/AttentionScreen.vue'),
    meta: { title: 'common.nav_attention', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/problems',
    name: 'problems',
    component: () => import('@/screens/problems/ProblemsScreen.vue'),
    meta: { title: 'common.nav_problems', desk: true, roles: STAFF },
  },
  {
    path: '/problems/:problem',
    name: 'problem',
    component: () => import('@/screens/problems/ProblemScreen.vue'),
    meta: { title: 'common.nav_problems', roles: STAFF },
  },
  {
    path: '/templates',
    name: 'templates',
    component: () => import('@/screens/templates/TemplatesScreen.vue'),
    meta: { title: 'common.nav_templates', desk: true, roles: STAFF },
  },
  {
    path: '/templates/new',
    name: 'new-template',
    component: () => import('@/screens/templates/NewTemplateScreen.vue'),
    meta: { title: 'common.nav_templates', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/templates/import',
    name: 'import-template',
    component: () => import('@/screens/templates/ImportTemplateScreen.vue'),
    meta: { title: 'common.nav_templates', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/templates/draft/:draft',
    name: 'template-draft',
    component: () => import('@/screens/templates/DraftScreen.vue'),
    meta: { title: 'common.nav_templates', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/templates/:key',
    name: 'template',
    component: () => import('@/screens/templates/TemplateScreen.vue'),
    meta: { title: 'common.nav_templates', desk: true, roles: STAFF },
  },
  {
    path: '/settings/clocks',
    name: 'clock-policy',
    component: () => import('@/screens/settings/ClockPolicyScreen.vue'),
    meta: { title: 'common.nav_policy', desk: true, roles: ['supervisor'] },
  },
  {
    path: '/messages',
    name: 'messages',
    component: () => import('@/screens/messages/MessagesScreen.vue'),
    meta: { title: 'common.page_messages' },
  },
  {
    path: '/channels',
    name: 'channels',
    component: () => import('@/screens/messages/ChannelsScreen.vue'),
    meta: { title: 'common.page_channels', roles: ['supervisor'] },
  },
  {
    path: '/welcome/:token',
    name: 'welcome',
    component: () => import('@/screens/joining/WelcomeScreen.vue'),
    meta: { title: 'joining.welcome', public: true, bare: true },
  },
  {
    path: '/join/:token',
    name: 'join',
    component: () => import('@/screens/joining/JoinScreen.vue'),
    meta: { title: 'joining.join', public: true, bare: true },
  },
  {
    path: '/project/new',
    name: 'new-project',
    component: () => import('@/screens/people/NewProjectScreen.vue'),
    meta: { title: 'people.new_project', administrators: true },
  },
  {
    path: '/project',
    name: 'project',
    component: () => import('@/screens/people/ProjectScreen.vue'),
    meta: { title: 'common.page_project', roles: ['supervisor'] },
  },
  {
    path: '/people',
    name: 'people',
    component: () => import('@/screens/people/PeopleScreen.vue'),
    meta: { title: 'common.nav_people', roles: ['supervisor'] },
  },
  {
    path: '/people/:person',
    name: 'person',
    component: () => import('@/screens/people/PersonScreen.vue'),
    meta: { title: 'common.nav_people', roles: ['supervisor'] },
  },
  {
    path: '/reports',
    name: 'reports',
    component: () => import('@/screens/review/ReportsScreen.vue'),
    meta: { title: 'common.nav_reports', desk: true, tabs: true },
  },
  {
    path: '/:unknown(.*)*',
    name: 'unknown',
    component: () => import('./UnknownPage.vue'),
    meta: { title: 'errors.page_unknown' },
  },
]
