package org.mineban.portal;

import java.util.List;
import org.mineban.search.Search;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of the portal, named one by one: nothing is found by scanning, and no more of the framework is started than is used. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@Import({
    AccountsConfiguration.class,
    MailConfiguration.class,
    DeskConfiguration.class,
    VictimsConfiguration.class,
    RegisterConfiguration.class,
    ReportsConfiguration.class,
    AboutPage.class,
    Api.class,
    ChecksPage.class,
    ConventionPage.class,
    DataPage.class,
    DutiesPage.class,
    Faults.class,
    HomePage.class,
    KnownOnPage.class,
    PageRenderer.class,
    PartiesChart.class,
    ResolutionDocument.class,
    ResolutionsPage.class,
    Search.class,
    SearchApi.class,
    SearchPage.class,
    StatePage.class,
    StatesPage.class,
    StaticFiles.class,
    UniversalizationPage.class,
    VisitResolver.class,
    TableDownloads.class,
    DocumentDownloads.class,
    TranslationsPage.class,
    WhatIfPage.class,
    WhyPage.class,
})
class PortalConfiguration implements WebMvcConfigurer {

    private final VisitResolver visits;

    PortalConfiguration(VisitResolver visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    @Bean
    FilterRegistrationBean<PortalFilter> portalFilter() {
        FilterRegistrationBean<PortalFilter> filter = new FilterRegistrationBean<>(new PortalFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        ShallowEtagHeaderFilter etags = new ShallowEtagHeaderFilter();
        etags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(etags);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
